package org.communitydesk.engine;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.communitydesk.engine.Credentials.Stored;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Knows on which stamp every session of the webapps was opened, and whether that still holds. */
@Component
class Logins implements HttpSessionAttributeListener {

  private static final String STAMP = Logins.class.getName();
  private static final String ENGINE = "default";

  private final Credentials credentials;

  Logins(Credentials credentials) {
    this.credentials = credentials;
  }

  /** Who is signed in to the webapps; empty when nobody is. */
  static Optional<String> person(HttpSession session) {
    return person(AuthenticationUtil.getAuthsFromSession(session));
  }

  private static Optional<String> person(Authentications logins) {
    return Optional.ofNullable(logins.getAuthenticationForProcessEngine(ENGINE))
        .map(Authentication::getIdentityId);
  }

  /** False when what the login rests on has changed; true also when nobody is signed in. */
  boolean isGood(HttpSession session) {
    return person(session).map(person -> holds(stamp(session).orElse(null), person)).orElse(true);
  }

  /** Whether a login on this stamp still holds; never for null. */
  boolean holds(Stamp stamp, String person) {
    return stamp != null
        && credentials.lately(person).filter(now -> stamp.holdsUnder(now.stamp())).isPresent();
  }

  /** A password was right: a session that this request opens for the person rests on it. */
  void prove(Stored person) {
    request().ifPresent(web -> web.getRequest().setAttribute(STAMP, person));
  }

  @Override
  public void attributeAdded(HttpSessionBindingEvent event) {
    if (event.getValue() instanceof Authentications logins) {
      person(logins)
          .flatMap(Logins::proven)
          .ifPresent(proven -> event.getSession().setAttribute(STAMP, proven.stamp()));
    }
  }

  private static Optional<Stored> proven(String person) {
    return request()
        .map(web -> web.getRequest().getAttribute(STAMP))
        .map(Stored.class::cast)
        .filter(proven -> proven.person().equals(person));
  }

  /** Who changes the own password stays signed in where it was done. */
  void passwordChanged(UserEntity saved) {
    Optional<HttpSession> session = request().map(web -> web.getRequest().getSession(false));
    session
        .filter(own -> person(own).filter(saved.getId()::equals).isPresent())
        .flatMap(Logins::stamp)
        .map(before -> Stamp.of(saved.getPassword(), saved.getSalt(), before.groups()))
        .ifPresent(now -> session.get().setAttribute(STAMP, now));
  }

  void addToAnswer(String header, String value) {
    request()
        .map(ServletRequestAttributes::getResponse)
        .ifPresent((HttpServletResponse answer) -> answer.setHeader(header, value));
  }

  private static Optional<Stamp> stamp(HttpSession session) {
    return Optional.ofNullable((Stamp) session.getAttribute(STAMP));
  }

  private static Optional<ServletRequestAttributes> request() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
        ? Optional.of(web)
        : Optional.empty();
  }
}
