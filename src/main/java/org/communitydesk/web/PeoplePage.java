package org.communitydesk.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which an administrator finds a person, hands over what is kept and erases it. */
@RestController
@RequestMapping("/people")
class PeoplePage {

  private static final PageFiles FILES = new PageFiles("people");

  @GetMapping
  ResponseEntity<String> page(HttpServletRequest request, CsrfToken csrf) {
    return FILES.html(
        FILES
            .text("page.html")
            .replace("{csrf}", HtmlUtils.htmlEscape(csrf.getToken()))
            .replace("{may-erase}", String.valueOf(request.isUserInRole("camunda-admin")))
            .replace("{ways}", Navigation.from("/people", request)));
  }

  @GetMapping("/page/{name}")
  ResponseEntity<String> part(@PathVariable String name) {
    return FILES.part(name);
  }
}
