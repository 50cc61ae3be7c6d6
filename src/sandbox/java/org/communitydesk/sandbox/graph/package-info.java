/**
 * What the simulated Facebook, Instagram and WhatsApp share: the Graph API's addresses, errors,
 * lists and signatures. A platform adds its {@link org.communitydesk.sandbox.graph.GraphSection
 * sections}.
 */
package org.communitydesk.sandbox.graph;
