@NullMarked
package org.v2xscms.application.report;

import org.jspecify.annotations.NullMarked;
