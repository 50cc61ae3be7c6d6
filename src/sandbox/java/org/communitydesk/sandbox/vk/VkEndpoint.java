package org.communitydesk.sandbox.vk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** VK's addresses. */
@RestController
@RequestMapping("/sandbox/vk")
class VkEndpoint {

  private final Map<String, VkMethod> methods = new TreeMap<>();
  private final Calls calls;
  private final Faults faults;
  private final VkLongPoll longPoll;
  private final VkUploads uploads;
  private final Pictures pictures;

  VkEndpoint(
      List<VkSection> sections,
      Calls calls,
      Faults faults,
      VkLongPoll longPoll,
      VkUploads uploads,
      Pictures pictures) {
    sections.forEach(section -> methods.putAll(section.methods()));
    this.calls = calls;
    this.faults = faults;
    this.longPoll = longPoll;
    this.uploads = uploads;
    this.pictures = pictures;
  }

  @RequestMapping("/method/{name}")
  DeferredResult<ResponseEntity<String>> method(
      @PathVariable String name, HttpServletRequest http) {
    VkRequest request = VkRequest.of(name, http);
    VkMethod method = methods.get(name);
    VkError objection = objection(method, request);
    return calls.answer(
        Vk.PLATFORM,
        http,
        "/method/" + name,
        objection == null ? method.faults() : Set.of(),
        () -> {
          if (objection != null) {
            return request.refusal(objection);
          }
          try {
            return response(method.work().apply(request));
          } catch (VkError e) {
            return request.refusal(e);
          }
        },
        fault -> request.refusal(misbehaviour(name, fault)));
  }

  private VkError objection(VkMethod method, VkRequest request) {
    String token = request.token();
    if (method == null) {
      return new VkError(3, "Unknown method passed");
    }
    if (!request.has("v")) {
      return new VkError(8, "Invalid request: v is a required parameter");
    }
    if (token == null) {
      return new VkError(5, "User authorization failed: no access_token passed.");
    }
    boolean group = token.equals(Vk.GROUP_TOKEN);
    if (faults.tokenExpired(Vk.PLATFORM) || !(group || token.equals(Vk.USER_TOKEN))) {
      return new VkError(5, "User authorization failed: invalid access_token (4).");
    }
    if (group && !method.byGroup()) {
      return new VkError(27, "Group authorization failed: method is unavailable with group auth.");
    }
    if (!group && !method.byUser()) {
      return new VkError(15, "Access denied");
    }
    return null;
  }

  private static VkError misbehaviour(String method, Fault fault) {
    return switch (fault) {
      case RATE_LIMIT -> new VkError(6, "Too many requests per second");
      case DELETED_PARENT ->
          method.startsWith("messages.")
              ? VkError.parameter("reply_to is invalid")
              : VkError.notFound();
      case BLOCKED_BY_USER ->
          method.startsWith("messages.")
              ? new VkError(901, "Can't send messages for users without permission")
              : new VkError(213, "Access to status replies denied");
      default -> new VkError(10, "Internal server error: try again later");
    };
  }

  private static Answer response(JsonNode result) {
    ObjectNode body = Json.object();
    body.set("response", result);
    return new Answer(200, body);
  }

  @GetMapping(path = "/longpoll", produces = MediaType.APPLICATION_JSON_VALUE)
  String longPoll(
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String ts,
      @RequestParam(defaultValue = "25") int wait) {
    return Json.write(longPoll.check(key, ts, Math.max(0, Math.min(90, wait))));
  }

  @PostMapping(path = "/upload/{field}", produces = MediaType.APPLICATION_JSON_VALUE)
  String upload(@PathVariable String field, MultipartHttpServletRequest request)
      throws IOException {
    MultipartFile file = request.getFile(field);
    return Json.write(
        file == null
            ? Json.object().put("error", "no file")
            : uploads.take(field, new Picture(file.getContentType(), file.getBytes())));
  }

  @GetMapping("/photo/{id}")
  ResponseEntity<byte[]> photo(@PathVariable String id) {
    return PictureFile.answer(pictures.find(id));
  }
}
