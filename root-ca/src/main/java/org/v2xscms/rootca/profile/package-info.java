/** What the certificate of each kind of authority holds: permissions, lifetimes, keys. */
@NullMarked
package org.v2xscms.rootca.profile;

import org.jspecify.annotations.NullMarked;
