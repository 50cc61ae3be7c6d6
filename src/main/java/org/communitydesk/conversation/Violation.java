package org.communitydesk.conversation;

/** What the community rules forbid. */
public enum Violation {
  ADVERTISING("реклама"),
  OTHER_PAYMENT_SYSTEMS("продвижение других платёжных систем"),
  OBSCENE("нецензурная лексика"),
  FLOOD("флуд"),
  INSULT("оскорбление"),
  NOT_CONSTRUCTIVE("неконструктивная форма");

  private final String title;

  Violation(String title) {
    this.title = title;
  }

  /** The words for people, Russian, in lower case. */
  public String title() {
    return title;
  }
}
