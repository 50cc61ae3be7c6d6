package org.communitydesk.sanction;

import java.util.List;
import org.communitydesk.conversation.Account;

/** Hears of what was done to sanctions past the diagrams, in the same transaction. */
public interface SanctionProcess {

  /**
   * Steps were taken back. What is decided in their place is decided before anything is lifted: the
   * person may have to stay where they are.
   *
   * @param who as of {@link #revoked}
   */
  default void recounted(Ladder.Recount recount, String who) {
    if (!recount.toDecideAgain().isEmpty()) {
      decideAgain(recount.toDecideAgain());
    }
    recount.revoked().forEach(sanction -> revoked(sanction.id(), who));
  }

  /**
   * A sanction counts no more; what it did on the platform has to be undone, as far as {@link
   * Ladder#others} says so.
   *
   * @param who took it back, or what it stood upon; null when the desk did
   */
  void revoked(String sanctionId, String who);

  /**
   * A person does not agree with it: a supervisor looks again, or reads the further words.
   *
   * @return false when the time for that is over and nobody hears it
   */
  boolean disputed(String sanctionId, String who);

  /**
   * A recount took their steps away.
   *
   * @param offences standing, without a sanction, with their new rung; never empty
   */
  void decideAgain(List<Offence> offences);

  /** A platform was heard to set or lift a ban, or may have to be asked about this person. */
  void banChanged(Account account, String personId);

  /** A person wants all bans to be compared with the ladder now. */
  void compareBans();
}
