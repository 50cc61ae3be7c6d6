package org.communitydesk.privacy;

/** What kind of personal data stands in a text. */
public enum PersonalKind {
  CARD,
  CVV,
  PHONE,
  EMAIL,
  PASSPORT,
  SNILS,
  CONTRACT
}
