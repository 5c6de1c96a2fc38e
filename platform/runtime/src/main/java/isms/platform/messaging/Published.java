package isms.platform.messaging;

/**
 * A fact as others may know it.
 *
 * @param type the CloudEvents type, for example {@code isms.risk.risk-assessed.v1}; its JSON Schema is on the classpath as
 *     {@code schemas/<type>.json} and is checked before anything leaves
 * @param data a record of the published language, written as JSON
 */
public record Published(String type, Object data) {}
