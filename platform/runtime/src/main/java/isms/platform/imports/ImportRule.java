package isms.platform.imports;

import isms.platform.decider.Rule;

/** What an import keeps to, whatever it brings in. */
public enum ImportRule implements Rule {
    ALL_ROWS_ARE_TAKEN_OR_NONE(
            "Not every row can be taken; nothing was written.",
            "Correct the rows that the report names and send the file again, or take the good rows with partial=true."),
    A_FILE_CAN_BE_READ(
            "The file cannot be read.", "Save it anew as CSV (UTF-8), XLSX or JSON and send it with its Content-Type."),
    A_COLUMN_SAYS_WHAT_IT_HOLDS(
            "A column is not one that can be imported.",
            "Say with mapping which field it holds, or with ignore that it is left out; GET .../imports/template names the fields."),
    A_CELL_CAN_BE_UNDERSTOOD("The cell cannot be understood.", "Correct the cell."),
    A_ROW_STANDS_ONCE(
            "Another row of the file is about the same thing.",
            "Leave one of them out, or tell them apart by externalId."),
    ONLY_IMPORTERS_STATE_TIMES(
            "Not everyone may say when something happened.", "Leave the column out, or ask somebody who may.");

    private final String sentence;
    private final String remedy;

    ImportRule(String sentence, String remedy) {
        this.sentence = sentence;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return "ALL-9";
    }

    @Override
    public String clause() {
        return "7.5.3";
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
