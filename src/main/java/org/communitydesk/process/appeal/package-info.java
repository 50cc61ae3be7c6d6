/**
 * An appeal from its first message to its end: {@code appeal}, {@code case-clock}, {@code
 * fetch-attachments}, {@code late-change}.
 */
package org.communitydesk.process.appeal;
