package org.communitydesk.sandbox.graph;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Calls;
import org.communitydesk.sandbox.world.Faults;
import org.communitydesk.sandbox.world.PictureFile;
import org.communitydesk.sandbox.world.Pictures;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The Graph API's addresses, and the links of pictures, which need no token. */
@RestController
@RequestMapping("/sandbox/{platform:facebook|instagram|whatsapp}")
class GraphEndpoint {

  private final Map<Platform, Map<String, GraphMethod>> methods = new EnumMap<>(Platform.class);
  private final Calls calls;
  private final Faults faults;
  private final Pictures pictures;
  private final GraphUse use;

  GraphEndpoint(
      List<GraphSection> sections, Calls calls, Faults faults, Pictures pictures, GraphUse use) {
    this.use = use;
    sections.forEach(
        section ->
            methods
                .computeIfAbsent(section.platform(), platform -> new TreeMap<>())
                .putAll(section.methods()));
    this.calls = calls;
    this.faults = faults;
    this.pictures = pictures;
  }

  @RequestMapping("/{version:v\\d+\\.\\d+}/{id}")
  DeferredResult<ResponseEntity<String>> object(
      @PathVariable String platform,
      @PathVariable String version,
      @PathVariable String id,
      HttpServletRequest http) {
    return call(platform, version, id, "", http);
  }

  @RequestMapping("/{version:v\\d+\\.\\d+}/{id}/{edge}")
  DeferredResult<ResponseEntity<String>> edge(
      @PathVariable String platform,
      @PathVariable String version,
      @PathVariable String id,
      @PathVariable String edge,
      HttpServletRequest http) {
    return call(platform, version, id, edge, http);
  }

  private DeferredResult<ResponseEntity<String>> call(
      String name, String version, String id, String edge, HttpServletRequest http) {
    Platform platform = Platform.of(name).orElseThrow();
    GraphMethod method = find(platform, http.getMethod(), id, edge);
    String path = "/" + version + "/" + id + (edge.isEmpty() ? "" : "/" + edge);
    GraphRequest request;
    try {
      request = GraphRequest.of(id, edge, http);
      admit(platform, version, method, request);
    } catch (GraphError e) {
      return calls.answer(
          platform,
          http,
          path,
          Set.of(),
          () -> use.on(e.answer(), platform, edge),
          fault -> e.answer());
    }
    return calls.answer(
        platform,
        http,
        path,
        method.possible(),
        () -> {
          try {
            return use.on(new Answer(200, method.work().apply(request)), platform, edge);
          } catch (GraphError e) {
            return use.on(e.answer(), platform, edge);
          }
        },
        fault -> use.on(method.errors().get(fault).answer(), platform, edge));
  }

  private GraphMethod find(Platform platform, String verb, String id, String edge) {
    Map<String, GraphMethod> known = methods.getOrDefault(platform, Map.of());
    GraphMethod exact = edge.isEmpty() ? known.get(verb + " /" + id) : null;
    return exact == null ? known.get(verb + " " + edge) : exact;
  }

  private void admit(Platform platform, String version, GraphMethod method, GraphRequest request) {
    // v20.0 ended on 24 September 2026, v26.0 is the newest (official changelog, 2026-11).
    if (!version.matches("v2[1-6]\\.0")) {
      throw GraphError.of(400, 2500, 0, "Unknown path components: /" + version);
    }
    if (request.token() == null) {
      throw GraphError.of(400, 104, 0, "An access token is required to request this resource.");
    }
    if (!request.token().equals(Graph.TOKEN)) {
      throw GraphError.token(0);
    }
    if (faults.tokenExpired(platform)) {
      throw GraphError.token(463);
    }
    if (!request.proof().isEmpty()
        && !request.proof().equals(GraphSignature.hex(Graph.APP_SECRET, request.token()))) {
      throw GraphError.parameter("Invalid appsecret_proof provided in the API argument");
    }
    if (method == null) {
      throw request.edge().isEmpty()
          ? GraphError.gone(request.id())
          : GraphError.of(400, 2500, 0, "Unknown path components: /" + request.edge());
    }
  }

  @GetMapping("/photo/{id}")
  ResponseEntity<byte[]> photo(@PathVariable String platform, @PathVariable String id) {
    return PictureFile.answer(pictures.find(id));
  }
}
