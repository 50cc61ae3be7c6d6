package org.communitydesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.communitydesk.channel.Capability;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which leaders see how the channels stand and stop publishing. */
@RestController
@RequestMapping("/channels")
class ChannelsPage {

  private static final PageFiles FILES = new PageFiles("channels");

  @GetMapping
  ResponseEntity<String> page(HttpServletRequest request, CsrfToken csrf) {
    boolean administrator = request.isUserInRole("camunda-admin");
    return FILES.html(
        FILES
            .text("page.html")
            .replace("{csrf}", HtmlUtils.htmlEscape(csrf.getToken()))
            .replace("{administrator}", String.valueOf(administrator))
            .replace("{supervisor}", String.valueOf(request.isUserInRole("supervisors")))
            .replace("{ways}", Navigation.from("/channels", request)));
  }

  @GetMapping("/page/titles.json")
  Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    Arrays.stream(Capability.values()).forEach(one -> titles.put(one.name(), one.title()));
    return titles;
  }

  @GetMapping("/page/{name}")
  ResponseEntity<String> part(@PathVariable String name) {
    return FILES.part(name);
  }
}
