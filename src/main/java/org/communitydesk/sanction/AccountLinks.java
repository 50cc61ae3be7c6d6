package org.communitydesk.sanction;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sanction.LedgerRow.What;
import org.springframework.stereotype.Component;

/** Who is said to be the same person, and who wants to be forgotten. */
@Component
class AccountLinks {

  private final Persons persons;
  private final Evidences evidences;
  private final HashChainLedger hashChainLedger;
  private final Clock clock;

  AccountLinks(Persons persons, Evidences evidences, HashChainLedger hashChainLedger, Clock clock) {
    this.persons = persons;
    this.evidences = evidences;
    this.hashChainLedger = hashChainLedger;
    this.clock = clock;
  }

  void link(Offender a, Offender b, String who) {
    if (who == null || who.isBlank() || a.equals(b)) {
      throw new IllegalArgumentException("A person links two different accounts");
    }
    Map<Offender, Long> entered = persons.enter(List.of(a, b));
    long one = entered.get(a);
    long other = entered.get(b);
    persons.lock(List.of(one, other));
    if (persons.link(one, other, who, clock.instant())) {
      log(What.LINKED, who, one, "with=" + other);
      log(What.LINKED, who, other, "with=" + one);
    }
  }

  void unlink(Offender a, Offender b, String who) {
    Optional<Long> one = persons.id(a);
    Optional<Long> other = persons.id(b);
    if (one.isPresent() && other.isPresent()) {
      persons.lock(List.of(one.get(), other.get()));
      if (persons.unlink(one.get(), other.get())) {
        log(What.UNLINKED, who, one.get(), "with=" + other.get());
        log(What.UNLINKED, who, other.get(), "with=" + one.get());
      }
    }
  }

  void forget(Platform platform, String authorId) {
    for (long id : persons.of(platform, authorId)) {
      evidences.erase(id);
      persons.forget(id);
      persons.hide(id);
      log(What.FORGOTTEN, null, id, "");
    }
  }

  private void log(What what, String who, long person, String detail) {
    hashChainLedger.append(new HashChainLedger.Entry(what, who, person, null, null, detail, null));
  }
}
