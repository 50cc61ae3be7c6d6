package org.communitydesk.process;

import java.util.Optional;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.sanction.BanDiscrepancy;
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
  public Optional<String> of(BanDiscrepancy banDiscrepancy) {
    return Optional.ofNullable(banDiscrepancy.sanctionId())
        .map(ladder::find)
        .map(Sanction::caseId)
        .or(() -> latest(banDiscrepancy));
  }

  private Optional<String> latest(BanDiscrepancy banDiscrepancy) {
    String author = banDiscrepancy.offender().authorId();
    return files
        .search(null, banDiscrepancy.offender().account().platform(), author, null, false, ENOUGH)
        .stream()
        .filter(file -> file.author().id().equals(author))
        .filter(file -> file.account().equals(banDiscrepancy.offender().account()))
        .map(CaseFile::caseId)
        .findFirst();
  }
}
