package org.communitydesk.sandbox.vk;

import java.util.Map;

/** A part of the API: its methods by name. */
interface VkSection {

  Map<String, VkMethod> methods();
}
