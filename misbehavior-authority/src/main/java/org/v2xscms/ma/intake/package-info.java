/** Reports on their way in: each is judged once, kept, and either speaks against a certificate or is counted as refused. */
@NullMarked
package org.v2xscms.ma.intake;

import org.jspecify.annotations.NullMarked;
