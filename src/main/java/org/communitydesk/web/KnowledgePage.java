package org.communitydesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.communitydesk.conversation.Platform;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which scripts are read, offered and, by supervisors, approved and brought in. */
@RestController
@RequestMapping("/knowledge")
class KnowledgePage {

  private static final PageFiles FILES = new PageFiles("knowledge");
  private static final List<String> READERS = List.of("contact-center", "advocates", "managers");

  @GetMapping
  ResponseEntity<String> page(HttpServletRequest request, CsrfToken csrf) {
    String platforms =
        Arrays.stream(Platform.values())
            .map(one -> "<option value=\"%s\">%s</option>".formatted(one.id(), one.title()))
            .collect(Collectors.joining());
    boolean supervisor = request.isUserInRole("supervisors");
    boolean owner = request.isUserInRole("process-owners");
    boolean moderator = request.isUserInRole("moderators");
    boolean reader = READERS.stream().anyMatch(request::isUserInRole) || supervisor || moderator;
    return FILES.html(
        FILES
            .text("page.html")
            .replace("{csrf}", HtmlUtils.htmlEscape(csrf.getToken()))
            .replace("{platforms}", platforms)
            .replace("{supervisor}", String.valueOf(supervisor))
            .replace("{writer}", String.valueOf(supervisor || moderator))
            .replace("{reader}", String.valueOf(reader))
            .replace("{synonyms}", String.valueOf(supervisor || owner))
            .replace("{ways}", Navigation.from("/knowledge", request)));
  }

  @GetMapping("/page/{name}")
  ResponseEntity<String> part(@PathVariable String name) {
    return FILES.part(name);
  }
}
