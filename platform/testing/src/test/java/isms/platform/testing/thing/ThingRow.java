package isms.platform.testing.thing;

import isms.platform.readmodel.VersionedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "thing")
public class ThingRow extends VersionedRow {

    public String title;
    public @Nullable String note;
    public String owner;

    @Enumerated(EnumType.STRING)
    public ThingStatus status;

    public @Nullable Integer level;
    public @Nullable BigDecimal score;
    public @Nullable LocalDate dueOn;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable List<String> tags;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable Place place;
}
