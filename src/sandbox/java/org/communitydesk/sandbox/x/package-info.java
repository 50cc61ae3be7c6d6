/**
 * X with one account of the brand: API v2 in the shapes of its specification 2.167 and the events
 * of the X Activity API (read 2026-11). The texts of refusals are as third parties quote them.
 */
package org.communitydesk.sandbox.x;
