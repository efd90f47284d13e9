/**
 * The messages between authorities for which IEEE 1609.2.1-2022 leaves the back end empty: its interfaces of linkage and
 * misbehaviour authorities are NULL, and one request of the RA to the ACA holds one certificate. Canonical OER, one
 * version number, no message names a device towards an authority that must not know it. Each travels signed and
 * encrypted; what stands here says only what is inside.
 */
@NullMarked
package org.v2xscms.messages;

import org.jspecify.annotations.NullMarked;
