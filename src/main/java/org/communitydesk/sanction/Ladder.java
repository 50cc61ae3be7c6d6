package org.communitydesk.sanction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** STUB */
@Component
@Transactional
public class Ladder {

  public Offence record(Report report) {
    throw new UnsupportedOperationException();
  }

  public int rungFor(Offender offender, Instant writtenAt) {
    throw new UnsupportedOperationException();
  }

  public boolean climbs(Offender offender, Instant writtenAt) {
    throw new UnsupportedOperationException();
  }

  public Sanction propose(long offenceId, Decision decision) {
    throw new UnsupportedOperationException();
  }

  public Sanction find(String sanctionId) {
    throw new UnsupportedOperationException();
  }

  public Optional<Sanction> ofOffence(long id) {
    throw new UnsupportedOperationException();
  }

  public Offence offence(long id) {
    throw new UnsupportedOperationException();
  }

  public List<Offence> offences(Offender offender) {
    throw new UnsupportedOperationException();
  }

  public List<Sanction> of(Offender offender) {
    throw new UnsupportedOperationException();
  }

  public Sanction apply(String sanctionId, EnforcedBy by, Instant from, Instant until) {
    throw new UnsupportedOperationException();
  }

  public Sanction end(String sanctionId) {
    throw new UnsupportedOperationException();
  }

  public void told(String sanctionId, String noticeExternalId, Instant at) {
    throw new UnsupportedOperationException();
  }

  public Optional<Sanction> byNotice(Account account, String externalId) {
    throw new UnsupportedOperationException();
  }

  public boolean mayLift(String sanctionId, int version) {
    throw new UnsupportedOperationException();
  }

  public Optional<Sanction> running(Offender offender) {
    throw new UnsupportedOperationException();
  }

  public Recount withdraw(long offenceId, String who, String why) {
    throw new UnsupportedOperationException();
  }

  public Sanction revoke(String sanctionId, String who, String why) {
    throw new UnsupportedOperationException();
  }

  public void disputed(String sanctionId, String who, String text) {
    throw new UnsupportedOperationException();
  }

  public List<String> decidersOf(String sanctionId) {
    throw new UnsupportedOperationException();
  }

  public void upheld(String sanctionId, String who) {
    throw new UnsupportedOperationException();
  }

  public void link(Offender a, Offender b, String who) {
    throw new UnsupportedOperationException();
  }

  public void unlink(Offender a, Offender b, String who) {
    throw new UnsupportedOperationException();
  }

  public List<Offender> linked(Offender offender) {
    throw new UnsupportedOperationException();
  }

  public void forget(Platform platform, String authorId) {
    throw new UnsupportedOperationException();
  }

  public boolean chainIsWhole() {
    throw new UnsupportedOperationException();
  }

  public List<LedgerRow> history(Offender offender) {
    throw new UnsupportedOperationException();
  }

  /** What a withdrawal changed. */
  public record Recount(List<Sanction> revoked, List<Offence> toDecideAgain) {}
}
