package org.communitydesk.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which the first administrator makes themselves known; closed once there is one. */
@RestController
@RequestMapping("/first-administrator")
class FirstAdministratorPage {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

  private final MakeFirstAdministrator make;
  private final LoginThrottle throttle;
  private final String form = file("form.html");
  private final String notice = file("notice.html");
  private final String style = file("page.css");

  FirstAdministratorPage(MakeFirstAdministrator make, LoginThrottle throttle) {
    this.make = make;
    this.throttle = throttle;
  }

  @GetMapping
  ResponseEntity<String> show() {
    return make.isTooLate() ? tooLate() : form(HttpStatus.OK, "", "", "");
  }

  @GetMapping("/page.css")
  ResponseEntity<String> style() {
    return ResponseEntity.ok().contentType(CSS).body(style);
  }

  @PostMapping
  ResponseEntity<String> submit(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String passwordAgain) {
    if (make.isTooLate()) {
      return tooLate();
    }
    NewAdministrator wanted = new NewAdministrator(token, id, name, password, passwordAgain);
    Optional<String> fault = wanted.fault();
    if (fault.isPresent()) {
      return form(HttpStatus.UNPROCESSABLE_ENTITY, fault.get(), wanted.id(), wanted.name());
    }
    try {
      throttle.beginAtAddress(request.getRemoteAddr());
    } catch (TryLater later) {
      return slowDown(later, wanted);
    }
    return switch (make.make(wanted)) {
      case DONE -> done(wanted.id());
      case TOO_LATE -> tooLate();
      case ID_TAKEN ->
          form(HttpStatus.CONFLICT, "Такой логин уже занят.", wanted.id(), wanted.name());
      case WRONG_TOKEN ->
          form(
              HttpStatus.FORBIDDEN,
              "Код не подходит или его срок истёк. Новый выдаёт команда first-administrator.",
              wanted.id(),
              wanted.name());
    };
  }

  private ResponseEntity<String> slowDown(TryLater later, NewAdministrator wanted) {
    ResponseEntity<String> page =
        form(HttpStatus.TOO_MANY_REQUESTS, later.getMessage(), wanted.id(), wanted.name());
    return ResponseEntity.status(page.getStatusCode())
        .headers(page.getHeaders())
        .header(HttpHeaders.RETRY_AFTER, String.valueOf(later.seconds()))
        .body(page.getBody());
  }

  private ResponseEntity<String> form(HttpStatus status, String fault, String id, String name) {
    return html(
        status,
        form.replace("{fault}", HtmlUtils.htmlEscape(fault))
            .replace("{id}", HtmlUtils.htmlEscape(id))
            .replace("{name}", HtmlUtils.htmlEscape(name)));
  }

  private ResponseEntity<String> tooLate() {
    return notice(
        HttpStatus.GONE,
        "Администратор уже есть",
        "Эта страница нужна один раз. Новых людей заводит администратор.");
  }

  private ResponseEntity<String> done(String id) {
    return notice(
        HttpStatus.CREATED,
        "Готово",
        "Администратор " + id + " заведён. Теперь войдите и заведите остальных.");
  }

  private ResponseEntity<String> notice(HttpStatus status, String title, String text) {
    return html(
        status,
        notice
            .replace("{title}", HtmlUtils.htmlEscape(title))
            .replace("{text}", HtmlUtils.htmlEscape(text)));
  }

  private static ResponseEntity<String> html(HttpStatus status, String page) {
    return ResponseEntity.status(status).contentType(HTML).body(page);
  }

  private static String file(String name) {
    try {
      return new ClassPathResource("first-administrator/" + name)
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
