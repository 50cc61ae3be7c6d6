package org.communitydesk.process;

import java.util.Optional;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.sanction.Drift;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Sanction;
import org.springframework.stereotype.Component;

/** The case beside which a drift is shown. */
@Component
public class KnownCases {

  private static final int ENOUGH = 20;

  private final CaseFiles files;
  private final Ladder ladder;

  KnownCases(CaseFiles files, Ladder ladder) {
    this.files = files;
    this.ladder = ladder;
  }

  /** That of the measure, else the person's latest; empty when the person never wrote. */
  public Optional<String> of(Drift drift) {
    return Optional.ofNullable(drift.sanctionId())
        .map(ladder::find)
        .map(Sanction::caseId)
        .or(() -> latest(drift));
  }

  private Optional<String> latest(Drift drift) {
    String author = drift.offender().authorId();
    return files
        .search(null, drift.offender().account().platform(), author, null, false, ENOUGH)
        .stream()
        .filter(file -> file.author().id().equals(author))
        .filter(file -> file.account().equals(drift.offender().account()))
        .map(CaseFile::caseId)
        .findFirst();
  }
}
