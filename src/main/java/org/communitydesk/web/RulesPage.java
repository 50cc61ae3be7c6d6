package org.communitydesk.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.communitydesk.conversation.Violation;
import org.communitydesk.policy.CommunityRules;
import org.communitydesk.policy.CommunityRules.Rule;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The community rules for everybody; examples stay away, for they are what the rules forbid. */
@RestController
@RequestMapping("/rules")
class RulesPage {

  private final CommunityRules rules;

  RulesPage(CommunityRules rules) {
    this.rules = rules;
  }

  @GetMapping
  ResponseEntity<String> page() {
    Map<Violation, List<Rule>> byViolation =
        rules.rules().stream().collect(Collectors.groupingBy(Rule::violation));
    StringBuilder sections = new StringBuilder();
    for (Violation violation : Violation.values()) {
      if (byViolation.containsKey(violation)) {
        sections.append(section(violation, byViolation.get(violation)));
      }
    }
    return answer(
        "text/html;charset=UTF-8", file("page.html").replace("{rules}", sections.toString()));
  }

  @GetMapping("/page.css")
  ResponseEntity<String> look() {
    return answer("text/css;charset=UTF-8", file("page.css"));
  }

  private static String section(Violation violation, List<Rule> rules) {
    String title = violation.title();
    return "<section>\n<h2>%s</h2>\n<dl>\n%s</dl>\n</section>\n"
        .formatted(
            HtmlUtils.htmlEscape(
                Character.toUpperCase(title.charAt(0)) + title.substring(1),
                StandardCharsets.UTF_8.name()),
            rules.stream().map(RulesPage::line).collect(Collectors.joining()));
  }

  private static String line(Rule rule) {
    return "<dt>%s</dt><dd>%s</dd>\n"
        .formatted(
            HtmlUtils.htmlEscape(rule.title(), StandardCharsets.UTF_8.name()),
            HtmlUtils.htmlEscape(rule.explanation(), StandardCharsets.UTF_8.name()));
  }

  private static ResponseEntity<String> answer(String type, String body) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
        .body(body);
  }

  private static String file(String name) {
    try {
      return new ClassPathResource("rules/" + name).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
