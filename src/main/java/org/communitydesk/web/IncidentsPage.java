package org.communitydesk.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which many like appeals get one answer, and on which its sending is stopped. */
@RestController
@RequestMapping("/incidents")
class IncidentsPage {

  private static final PageFiles FILES = new PageFiles("incidents");

  @GetMapping
  ResponseEntity<String> page(HttpServletRequest request, CsrfToken csrf) {
    return FILES.html(
        FILES
            .text("page.html")
            .replace("{csrf}", HtmlUtils.htmlEscape(csrf.getToken()))
            .replace("{supervisor}", String.valueOf(request.isUserInRole("supervisors")))
            .replace("{ways}", Navigation.from("/incidents", request)));
  }

  @GetMapping("/page/{name}")
  ResponseEntity<String> part(@PathVariable String name) {
    return FILES.part(name);
  }
}
