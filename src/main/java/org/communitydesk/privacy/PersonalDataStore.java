package org.communitydesk.privacy;

/**
 * A room's part of what the desk keeps of persons; each room that has tables with persons in them
 * has one. Called in the order of Spring's {@code @Order}, in one transaction.
 */
public interface PersonalDataStore {

  /** Adds what the room keeps of the person. */
  void show(Subject person, Export export);

  /**
   * Whether the person may be erased now; asked of all rooms before the first erases.
   *
   * @throws NotNow when something is under way that must end first; the message is Russian
   */
  default void mayErase(Subject person) {}

  /**
   * Erases it, so that neither the id nor a name, a text or a file of the person stays. Rows that
   * others need stay under the pseudonym.
   */
  void erase(Subject person);

  /** Whether something still needs the person's id, and keeps it until that is over. */
  default boolean stillNeeds(Subject person) {
    return false;
  }
}
