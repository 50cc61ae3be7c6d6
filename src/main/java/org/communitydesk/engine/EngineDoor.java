package org.communitydesk.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Lets to the engine's REST, which programs and the webapps share, and to what the webapps ask
 * beside it only what {@link EngineActions} names, and to a task only those who may see it. Nobody
 * known passes: other filters turn them away.
 */
class EngineDoor extends OncePerRequestFilter {

  private static final Pattern PATH =
      Pattern.compile("/(?:engine-rest|camunda/api/engine)(?:/engine/[^/]+)?(?<deed>/.*)?");
  private static final Pattern PLUGIN = Pattern.compile("/camunda/api/[^/]+(?<deed>/plugin(/.*)?)");
  private static final Pattern TASK = Pattern.compile("/task/(?<id>[^/]+)(/.*)?");
  private static final Pattern SELF = Pattern.compile("/user/(?<id>[^/]+)/(profile|credentials)");
  private static final Set<String> WEBAPPS = Set.of("admin", "cockpit", "tasklist", "welcome");
  private static final Set<String> NO_TASKS = Set.of("count", "create", "report");

  private final IdentityService identity;
  private final TaskService tasks;
  private final AuthenticationConverter webappSession;

  EngineDoor(IdentityService identity, TaskService tasks, AuthenticationConverter webappSession) {
    this.identity = identity;
    this.tasks = tasks;
    this.webappSession = webappSession;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication person = person(request);
    String path = path(request);
    if (person == null) {
      chain.doFilter(request, response);
    } else if (!mayDo(person, request.getMethod(), path)) {
      refuse(response, 403, "Это действие вам не разрешено.");
    } else {
      Matcher task = TASK.matcher(path);
      if (!task.matches()
          || NO_TASKS.contains(task.group("id"))
          || sees(person, task.group("id"))) {
        chain.doFilter(request, response);
      } else if (exists(task.group("id"))) {
        refuse(response, 403, "Задача не для вас: её выполняют другие сотрудники.");
      } else {
        refuse(response, 404, "Задачи уже нет: её завершили или отозвали.");
      }
    }
  }

  private Authentication person(HttpServletRequest request) {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known == null || known instanceof AnonymousAuthenticationToken
        ? webappSession.convert(request)
        : known;
  }

  private static String path(HttpServletRequest request) {
    String asked = new UrlPathHelper().getPathWithinApplication(request);
    Matcher plugin = PLUGIN.matcher(asked);
    Matcher path = plugin.matches() ? plugin : PATH.matcher(asked);
    String deed = path.matches() ? path.group("deed") : null;
    return deed == null || deed.equals("/") ? "/" : deed.replaceFirst("/+$", "");
  }

  private static boolean mayDo(Authentication person, String method, String path) {
    Matcher self = SELF.matcher(path);
    return EngineActions.allow(Staff.groups(person), method, path)
        || (method.equals("PUT") && self.matches() && self.group("id").equals(person.getName()));
  }

  private boolean exists(String task) {
    return as(null, () -> query(task).count() > 0);
  }

  private boolean sees(Authentication person, String task) {
    return as(person, () -> query(task).count() > 0);
  }

  private TaskQuery query(String task) {
    return tasks.createTaskQuery().taskId(task);
  }

  private <T> T as(Authentication person, Supplier<T> question) {
    var before = identity.getCurrentAuthentication();
    if (person == null) {
      identity.clearAuthentication();
    } else {
      identity.setAuthentication(person.getName(), Staff.groups(person));
    }
    try {
      return question.get();
    } finally {
      identity.setAuthentication(before);
    }
  }

  private static void refuse(HttpServletResponse response, int status, String message)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write("{\"type\":\"AuthorizationException\",\"message\":\"" + message + "\"}");
  }

  @Configuration(proxyBeanMethods = false)
  static class Registration {

    @Bean
    FilterRegistrationBean<EngineDoor> engineDoor(
        IdentityService identity, TaskService tasks, AuthenticationConverter webappSession) {
      var registration =
          new FilterRegistrationBean<>(new EngineDoor(identity, tasks, webappSession));
      registration.addUrlPatterns("/engine-rest/*", "/camunda/api/engine/*");
      WEBAPPS.forEach(app -> registration.addUrlPatterns("/camunda/api/" + app + "/plugin/*"));
      registration.setOrder(2);
      return registration;
    }
  }
}
