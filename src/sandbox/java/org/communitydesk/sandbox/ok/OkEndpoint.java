package org.communitydesk.sandbox.ok;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Calls;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Faults;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Picture;
import org.communitydesk.sandbox.world.PictureFile;
import org.communitydesk.sandbox.world.Pictures;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.multipart.MultipartFile;

/** OK's addresses: Graph and REST. */
@RestController
@RequestMapping("/sandbox/ok")
class OkEndpoint {

  private final Map<String, OkMethod> methods = new TreeMap<>();
  private final OkGraph graph;
  private final Calls calls;
  private final Faults faults;
  private final Pictures pictures;

  OkEndpoint(
      List<OkSection> sections, OkGraph graph, Calls calls, Faults faults, Pictures pictures) {
    sections.forEach(section -> methods.putAll(section.methods()));
    this.graph = graph;
    this.calls = calls;
    this.faults = faults;
    this.pictures = pictures;
  }

  @RequestMapping("/graph/{*path}")
  DeferredResult<ResponseEntity<String>> graph(
      @PathVariable String path,
      @RequestBody(required = false) byte[] body,
      HttpServletRequest http) {
    OkMethod method = graph.method(http.getMethod(), path.substring(1)).orElse(null);
    return answer(
        http,
        "/graph" + path,
        method,
        body,
        request -> {
          if (!request.token().equals(Ok.GRAPH_TOKEN) || faults.tokenExpired(Ok.PLATFORM)) {
            throw sessionExpired();
          }
          if (method == null) {
            throw new OkError(3, "METHOD : Method does not exist");
          }
        });
  }

  @RequestMapping("/fb.do")
  DeferredResult<ResponseEntity<String>> rest(
      @RequestParam(name = "method", defaultValue = "") String name, HttpServletRequest http) {
    OkMethod method = methods.get(name);
    return answer(
        http,
        "/fb.do " + name,
        method,
        null,
        request -> {
          if (method == null) {
            throw new OkError(3, "METHOD : Method does not exist");
          }
          if (!request.text("application_key").equals(Ok.APPLICATION_KEY)) {
            throw new OkError(101, "PARAM_API_KEY : No application key");
          }
          if (!request.token().equals(Ok.REST_TOKEN) || faults.tokenExpired(Ok.PLATFORM)) {
            throw sessionExpired();
          }
          if (!request.isSigned(Ok.APPLICATION_SECRET)) {
            throw new OkError(104, "PARAM_SIGNATURE : Invalid signature");
          }
        });
  }

  private interface Gate {
    void pass(OkRequest request);
  }

  private DeferredResult<ResponseEntity<String>> answer(
      HttpServletRequest http, String path, OkMethod method, byte[] body, Gate gate) {
    Answer refusal = null;
    OkRequest request = null;
    try {
      request = OkRequest.of(http, body);
      gate.pass(request);
    } catch (OkError e) {
      refusal = e.answer();
    }
    Answer no = refusal;
    OkRequest asked = request;
    return calls.answer(
        Ok.PLATFORM,
        http,
        path,
        no == null ? method.faults() : Set.of(),
        () -> {
          if (no != null) {
            return no;
          }
          try {
            return new Answer(200, method.work().apply(asked));
          } catch (OkError e) {
            return e.answer();
          }
        },
        OkEndpoint::misbehaviour);
  }

  private static OkError sessionExpired() {
    return new OkError(102, "PARAM_SESSION_EXPIRED : Session expired");
  }

  private static Answer misbehaviour(Fault fault) {
    return switch (fault) {
      case RATE_LIMIT -> new OkError(11, "LIMIT_REACHED : Limit reached").answer();
      case DELETED_PARENT -> OkError.notFound("the message is gone").answer();
      case BLOCKED_BY_USER -> new OkError(458, "PRIVACY_RESTRICTED : Restricted").answer();
      default -> new OkError(2, "SERVICE : Service temporarily unavailable").answer();
    };
  }

  @PostMapping(path = "/upload/do", produces = MediaType.APPLICATION_JSON_VALUE)
  String upload(@RequestParam("file") MultipartFile file) throws IOException {
    return Json.write(graph.upload(new Picture(file.getContentType(), file.getBytes())));
  }

  @GetMapping("/photo/{id}")
  ResponseEntity<byte[]> photo(@PathVariable String id) {
    return PictureFile.answer(pictures.find(id));
  }
}
