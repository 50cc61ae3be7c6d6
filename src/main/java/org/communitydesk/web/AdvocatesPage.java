package org.communitydesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.communitydesk.conversation.Platform;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which supervisors keep the register of disclosed advocates. */
@RestController
@RequestMapping("/advocates")
class AdvocatesPage {

  private static final PageFiles FILES = new PageFiles("advocates");

  @GetMapping
  ResponseEntity<String> page(HttpServletRequest request, CsrfToken csrf) {
    String platforms =
        Arrays.stream(Platform.values())
            .map(one -> "<option value=\"%s\">%s</option>".formatted(one.id(), one.title()))
            .collect(Collectors.joining());
    return FILES.html(
        FILES
            .text("page.html")
            .replace("{csrf}", HtmlUtils.htmlEscape(csrf.getToken()))
            .replace("{platforms}", platforms)
            .replace("{ways}", Navigation.from("/advocates", request)));
  }

  @GetMapping("/page/{name}")
  ResponseEntity<String> part(@PathVariable String name) {
    return FILES.part(name);
  }
}
