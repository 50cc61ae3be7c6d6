package org.communitydesk.privacy;

/**
 * Where something stands in a text.
 *
 * @param begin the index of its first UTF-16 unit
 * @param end the index behind its last one
 */
record Place(PersonalKind kind, int begin, int end) {

  boolean meets(Place other) {
    return begin < other.end && other.begin < end;
  }
}
