package org.communitydesk.engine;

/** The groups of people who work here; ids are a contract with diagrams and other programs. */
enum StaffGroup {
  MODERATORS("moderators", "Модераторы"),
  CONTACT_CENTER("contact-center", "Контактный центр"),
  SUPERVISORS("supervisors", "Старшие смены"),
  ADVOCATES("advocates", "Адвокаты бренда"),
  PROCESS_OWNERS("process-owners", "Владельцы процессов"),
  MANAGERS("managers", "Руководители"),
  ADMINISTRATORS("camunda-admin", "Администраторы");

  private final String id;
  private final String russianName;

  StaffGroup(String id, String russianName) {
    this.id = id;
    this.russianName = russianName;
  }

  String id() {
    return id;
  }

  String russianName() {
    return russianName;
  }
}
