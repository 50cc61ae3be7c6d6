package org.communitydesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The ways from one page of ours to the others, as HTML: only those that are open to the person.
 */
final class Navigation {

  private static final String SUPERVISORS = "supervisors";
  private static final String MANAGERS = "managers";
  private static final String ADMINISTRATORS = "camunda-admin";

  private static final List<Way> ALL =
      List.of(
          new Way("/channels", "Каналы", SUPERVISORS, MANAGERS, ADMINISTRATORS),
          new Way("/incidents", "Массовые проблемы", SUPERVISORS, ADMINISTRATORS),
          new Way("/contact-center", "Контактный центр", SUPERVISORS),
          new Way(
              "/knowledge",
              "База знаний",
              "moderators",
              "contact-center",
              SUPERVISORS,
              "advocates",
              "process-owners",
              MANAGERS),
          new Way("/advocates", "Адвокаты", SUPERVISORS),
          new Way("/people", "Данные людей", SUPERVISORS, ADMINISTRATORS));

  private Navigation() {}

  private record Way(String path, String title, List<String> groups) {

    Way(String path, String title, String... groups) {
      this(path, title, List.of(groups));
    }

    String html() {
      return "<a href=\"%s\">%s</a>".formatted(path, title);
    }
  }

  static String from(String page, HttpServletRequest request) {
    return ALL.stream()
        .filter(way -> !way.path().equals(page))
        .filter(way -> way.groups().stream().anyMatch(request::isUserInRole))
        .map(Way::html)
        .collect(Collectors.joining("\n      "));
  }
}
