package isms.control.need;

import java.util.UUID;

/**
 * A control that an approved treatment plan needs.
 *
 * @param control as the plan names it
 * @param plan identity of the plan
 * @param key key of the plan that people use
 * @param risk identity of the risk that it treats
 * @param title the plan in one line
 */
public record StandingNeed(String control, UUID plan, String key, UUID risk, String title) {}
