package org.communitydesk.sandbox.vk;

/** A call that VK refuses: HTTP 200 with a code (schema 5.199.93, read 2026-11). */
final class VkError extends RuntimeException {

  private final int code;

  VkError(int code, String message) {
    super(message);
    this.code = code;
  }

  static VkError parameter(String what) {
    return new VkError(100, "One of the parameters specified was missing or invalid: " + what);
  }

  static VkError notFound() {
    return new VkError(104, "Not found");
  }

  int code() {
    return code;
  }
}
