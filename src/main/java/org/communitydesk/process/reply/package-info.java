/**
 * Schemes 1 and 3, and the way of a reply to the platform: {@code scheme-1-constructive}, {@code
 * scheme-3-negative}, {@code publish-reply}.
 */
package org.communitydesk.process.reply;
