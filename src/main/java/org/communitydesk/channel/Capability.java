package org.communitydesk.channel;

/** Something that a platform lets a brand's program do or hear. */
public enum Capability {
  HEAR_COMMENTS("слышать комментарии"),
  HEAR_PRIVATE("слышать личные сообщения"),
  HEAR_EDITS("слышать правки"),
  HEAR_REMOVALS("слышать удаления"),
  REPLY_COMMENT("отвечать на комментарий"),
  REPLY_PRIVATE("отвечать в личных сообщениях"),
  PRIVATE_ANSWER_TO_COMMENT("ответить на комментарий лично"),
  PICTURE_IN_COMMENT("картинка в ответе на комментарий"),
  PICTURE_IN_PRIVATE("картинка в личном ответе"),
  TEMPLATE("одобренный шаблон после закрытия окна"),
  HIDE("скрыть сообщение"),
  DELETE("удалить сообщение"),
  RESTORE("восстановить удалённое"),
  BAN("заблокировать"),
  TIMED_BAN("блокировка со сроком у самой платформы"),
  UNBAN("разблокировать"),
  MUTE("запретить писать, не удаляя сообщений"),
  LIST_BANS("прочитать чёрный список"),
  READ_BAN("узнать, заблокирован ли человек"),
  HEAR_BANS("слышать блокировки, сделанные не нами"),
  READ_BACK_COMMENT("найти свой комментарий после сбоя"),
  READ_BACK_PRIVATE("найти своё личное сообщение после сбоя"),
  RECEIPTS("уведомления о доставке"),
  POLLING("опрос вместо веб-хука");

  private final String title;

  Capability(String title) {
    this.title = title;
  }

  /** The words for people, Russian, in lower case. */
  public String title() {
    return title;
  }
}
