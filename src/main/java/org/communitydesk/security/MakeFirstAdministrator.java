package org.communitydesk.security;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Uses the token up and makes the administrator, both or neither. */
@Component
class MakeFirstAdministrator {

  private static final Logger log = LoggerFactory.getLogger(MakeFirstAdministrator.class);

  private final FirstAdministratorToken token;
  private final BooleanSupplier administratorExists;
  private final Predicate<Authentication> createAdministrator;

  /** The two ports are the engine's, which keeps the people. */
  MakeFirstAdministrator(
      FirstAdministratorToken token,
      @Qualifier("administratorExists") BooleanSupplier administratorExists,
      @Qualifier("createAdministrator") Predicate<Authentication> createAdministrator) {
    this.token = token;
    this.administratorExists = administratorExists;
    this.createAdministrator = createAdministrator;
  }

  boolean isTooLate() {
    return administratorExists.getAsBoolean();
  }

  @Transactional
  public Outcome make(NewAdministrator wanted) {
    if (!token.isRight(wanted.token())) {
      return Outcome.WRONG_TOKEN;
    }
    if (isTooLate()) {
      return Outcome.TOO_LATE;
    }
    if (!createAdministrator.test(asLogin(wanted))) {
      return Outcome.ID_TAKEN;
    }
    token.forget();
    log.warn("The first administrator {} was made with a one-time token", wanted.id());
    return Outcome.DONE;
  }

  @EventListener(ApplicationReadyEvent.class)
  void remindOfMissingAdministrator() {
    if (!isTooLate()) {
      log.warn(
          "There is no administrator yet: run \"java -jar community-desk.jar first-administrator\""
              + " with this node's settings");
    }
  }

  private static Authentication asLogin(NewAdministrator wanted) {
    var login = new UsernamePasswordAuthenticationToken(wanted.id(), wanted.password(), List.of());
    login.setDetails(wanted.name());
    return login;
  }

  enum Outcome {
    DONE,
    WRONG_TOKEN,
    TOO_LATE,
    ID_TAKEN
  }
}
