/** Files and folders that only this user may read. */
@NullMarked
package org.v2xscms.kernel.files;

import org.jspecify.annotations.NullMarked;
