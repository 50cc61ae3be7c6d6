package org.communitydesk.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.communitydesk.access.Access;
import org.communitydesk.sanction.BanDiscrepancies;
import org.communitydesk.sanction.SanctionProcess;
import org.communitydesk.web.SanctionResource.Compared;
import org.communitydesk.web.SanctionResource.Drifted;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DriftController {

  private final Access access;
  private final BanDiscrepancies banDiscrepancies;
  private final ObjectProvider<SanctionProcess> matters;

  DriftController(
      Access access, BanDiscrepancies banDiscrepancies, ObjectProvider<SanctionProcess> matters) {
    this.access = access;
    this.banDiscrepancies = banDiscrepancies;
    this.matters = matters;
  }

  @Operation(
      summary = "Bans set or lifted past the desk that stand, newest first; all with all=true")
  @GetMapping("/api/sanctions/drift")
  List<Drifted> drift(
      @RequestParam(required = false) String platform,
      @RequestParam(required = false) String authorId,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
      Authentication person) {
    if (!access.seesEverybody(person)) {
      return List.of(); // no case leads to a ban that was set past the desk
    }
    return banDiscrepancies
        .search(
            platform == null ? null : SanctionsController.platform(platform), authorId, all, limit)
        .stream()
        .map(Drifted::of)
        .toList();
  }

  @Operation(summary = "When each account's bans were last compared with the ladder, or why not")
  @GetMapping("/api/sanctions/reconciliation")
  List<Compared> reconciliation() {
    return banDiscrepancies.readings().stream().map(Compared::of).toList();
  }

  @Operation(summary = "Compares all bans with the ladder now")
  @PostMapping("/api/sanctions/reconciliation")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void compare() {
    matters.ifAvailable(SanctionProcess::compareBans);
  }
}
