package org.communitydesk.channel;

/** A setting that stops the start: its name and what to do about it, in one sentence. */
public class BadSetting extends RuntimeException {

  private final String fix;

  /**
   * @param fault what is wrong, naming the setting
   * @param fix what the operator should do
   */
  public BadSetting(String fault, String fix) {
    super(fault);
    this.fix = fix;
  }

  public String fix() {
    return fix;
  }
}
