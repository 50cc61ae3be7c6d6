package org.communitydesk.web;

import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages of our own: files below {@code static}, each folder under its own address. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

  private static final String SUPERVISORS = "supervisors";
  private static final String MANAGERS = "managers";
  private static final String ADMINISTRATORS = "camunda-admin";

  private static final List<OwnPage> ALL =
      List.of(
          new OwnPage("/channels", SUPERVISORS, MANAGERS, ADMINISTRATORS),
          new OwnPage("/incidents", SUPERVISORS, ADMINISTRATORS),
          new OwnPage("/contact-center", SUPERVISORS),
          new OwnPage(
              "/knowledge",
              "moderators",
              "contact-center",
              SUPERVISORS,
              "advocates",
              "process-owners",
              MANAGERS),
          new OwnPage("/advocates", SUPERVISORS),
          new OwnPage("/people", SUPERVISORS, ADMINISTRATORS));

  private record OwnPage(String address, List<String> groups) {

    OwnPage(String address, String... groups) {
      this(address, List.of(groups));
    }
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    for (OwnPage page : ALL) {
      registry
          .addViewController(page.address())
          .setViewName("forward:" + page.address() + "/page.html");
    }
  }

  /** The addresses of those that are open to somebody of these groups, as they are offered. */
  static List<String> openTo(Collection<String> groups) {
    return ALL.stream()
        .filter(page -> page.groups().stream().anyMatch(groups::contains))
        .map(OwnPage::address)
        .toList();
  }
}
