package org.communitydesk.knowledge;

/** A script cannot be kept so; the message is Russian and says why. */
public final class ScriptRefused extends RuntimeException {

  private final String field;

  ScriptRefused(String field, String reason) {
    super(reason);
    this.field = field;
  }

  /** The field that is wrong. */
  public String field() {
    return field;
  }
}
