package org.communitydesk.advocate;

/** Why somebody may not speak for the brand, or not so; the message is Russian, for people. */
public class AdvocateRefused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;

  /** Begins the message with the field's name. */
  AdvocateRefused(String field, String reason) {
    super("Поле %s: %s".formatted(field, reason));
    this.field = field;
  }

  /** The field that is wrong, as forms and REST name it. */
  public String field() {
    return field;
  }
}
