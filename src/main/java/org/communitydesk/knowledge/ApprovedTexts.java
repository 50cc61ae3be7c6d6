package org.communitydesk.knowledge;

import java.util.Map;
import org.communitydesk.policy.OfficialSources;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Approved scripts that hold today are what the brand has said officially. */
@Component
class ApprovedTexts implements OfficialSources {

  private final Rows rows;

  ApprovedTexts(Rows rows) {
    this.rows = rows;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean say(String words) {
    String folded = Folded.text(words);
    return !folded.isEmpty()
        && !rows.select(
                "s.state = 'APPROVED' and "
                    + Rows.VALID
                    + " and ' ' || s.folded_rest || ' ' like :part limit 1",
                Map.of("part", "% " + folded + " %"))
            .isEmpty();
  }
}
