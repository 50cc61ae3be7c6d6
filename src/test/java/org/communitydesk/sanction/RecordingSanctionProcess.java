package org.communitydesk.sanction;

import java.util.ArrayList;
import java.util.List;
import org.communitydesk.conversation.Account;

/** A process that only remembers what it heard. */
class RecordingSanctionProcess implements SanctionProcess {

  final List<String> revoked = new ArrayList<>();
  final List<Offence> again = new ArrayList<>();

  void clear() {
    revoked.clear();
    again.clear();
  }

  @Override
  public void revoked(String sanctionId, String who) {
    revoked.add(sanctionId);
  }

  @Override
  public boolean disputed(String sanctionId, String who) {
    return true;
  }

  @Override
  public void decideAgain(List<Offence> offences) {
    again.addAll(offences);
  }

  @Override
  public void banChanged(Account account, String personId) {}

  @Override
  public void compareBans() {}
}
