package org.communitydesk.engine;

import static org.communitydesk.engine.StaffGroup.ADVOCATES;
import static org.communitydesk.engine.StaffGroup.CONTACT_CENTER;
import static org.communitydesk.engine.StaffGroup.MANAGERS;
import static org.communitydesk.engine.StaffGroup.MODERATORS;
import static org.communitydesk.engine.StaffGroup.PROCESS_OWNERS;
import static org.communitydesk.engine.StaffGroup.SUPERVISORS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What each group may ask of the engine's REST, as the webapps and Modeler need it; what is not
 * named is refused, administrators excepted. The engine's own rights are looked at afterwards.
 */
final class EngineActions {

  private static final Set<StaffGroup> WORKERS =
      Set.of(MODERATORS, CONTACT_CENTER, SUPERVISORS, ADVOCATES);
  private static final Set<StaffGroup> READERS = Set.of(PROCESS_OWNERS, MANAGERS);
  private static final Set<StaffGroup> ALL =
      Set.of(MODERATORS, CONTACT_CENTER, SUPERVISORS, ADVOCATES, PROCESS_OWNERS, MANAGERS);

  private static final String OF_PLUGINS = "/plugin/";

  /** No page asks for it, and asked so it wants more rows than the engine gives: it answers 500. */
  private static final String ALL_METRICS = "/metrics";

  private static final List<Deed> DEEDS = new ArrayList<>();

  static {
    allow(READERS, "GET", "/**");
    allow(
        WORKERS,
        "GET",
        "/",
        "/engine",
        "/version",
        "/identity/groups",
        "/identity/password-policy",
        "/authorization/check",
        "/user/**",
        "/group/**",
        "/filter/**",
        "/task/**",
        "/process-definition/**",
        "/decision-definition/**",
        "/case-definition/**",
        "/deployment/{id}/resources/**",
        "/process-instance",
        "/process-instance/count",
        "/process-instance/{id}",
        "/process-instance/{id}/activity-instances",
        "/process-instance/{id}/variables/**",
        "/execution",
        "/execution/count",
        "/variable-instance",
        "/variable-instance/count",
        "/history/**");
    allow(ALL, "GET", "/plugin/{name}/static/**");
    // What Cockpit's own pages ask beside the engine's REST; each of them only reads.
    for (String method : List.of("GET", "POST")) {
      allow(
          READERS,
          method,
          "/plugin/base/{engine}/process-definition/**",
          "/plugin/base/{engine}/process-instance/**",
          "/plugin/base/{engine}/incident/**");
    }
    // Queries whose conditions stand in the body; they change nothing.
    allow(
        ALL,
        "POST",
        "/task",
        "/task/count",
        "/filter/{id}/list",
        "/filter/{id}/count",
        "/filter/{id}/singleResult",
        "/process-instance",
        "/process-instance/count",
        "/execution",
        "/execution/count",
        "/variable-instance",
        "/variable-instance/count",
        "/identity/password-policy");
    allow(
        ALL,
        "POST",
        "/history/activity-instance",
        "/history/activity-instance/count",
        "/history/process-instance",
        "/history/process-instance/count",
        "/history/task",
        "/history/task/count",
        "/history/variable-instance",
        "/history/variable-instance/count",
        "/history/detail",
        "/history/job-log",
        "/history/job-log/count",
        "/history/external-task-log",
        "/history/external-task-log/count");
    allow(READERS, "POST", "/job", "/job/count", "/external-task", "/external-task/count");
    // No comments: what is written in them nobody would find when a person is erased.
    allow(
        WORKERS,
        "POST",
        "/task/{id}/claim",
        "/task/{id}/unclaim",
        "/task/{id}/assignee",
        "/task/{id}/submit-form");
    allow(Set.of(PROCESS_OWNERS), "POST", "/deployment/create", "/deployment/{id}/redeploy");
    allow(Set.of(PROCESS_OWNERS), "DELETE", "/deployment/{id}");
  }

  private EngineActions() {}

  private static void allow(Set<StaffGroup> groups, String method, String... paths) {
    for (String path : paths) {
      DEEDS.add(new Deed(groups, method, PathPatternParser.defaultInstance.parse(path)));
    }
  }

  /**
   * Whether somebody of these groups may ask that.
   *
   * @param method in upper case
   * @param path behind the engine's name, decoded, begins with a slash
   */
  static boolean allow(Collection<String> groups, String method, String path) {
    if (groups.contains(StaffGroup.ADMINISTRATORS.id()) || method.equals("OPTIONS")) {
      return true;
    }
    if (path.equals(ALL_METRICS)) {
      return false;
    }
    String asked = method.equals("HEAD") ? "GET" : method;
    PathContainer where = PathContainer.parsePath(path);
    return DEEDS.stream()
        .filter(deed -> deed.isOfPlugins() == path.startsWith(OF_PLUGINS))
        .anyMatch(deed -> deed.covers(groups, asked, where));
  }

  private record Deed(Set<StaffGroup> who, String method, PathPattern path) {

    boolean isOfPlugins() {
      return path.getPatternString().startsWith(OF_PLUGINS);
    }

    boolean covers(Collection<String> groups, String asked, PathContainer where) {
      return method.equals(asked)
          && path.matches(where)
          && who.stream().map(StaffGroup::id).anyMatch(groups::contains);
    }
  }
}
