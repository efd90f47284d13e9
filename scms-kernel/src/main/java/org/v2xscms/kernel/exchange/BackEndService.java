package org.v2xscms.kernel.exchange;

import java.time.Duration;
import java.util.Set;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.messages.BackEndPdu;

/**
 * What an authority does for others. Asked on many threads, and again with the same message after a crash or a lost
 * answer: the same message gets an answer of the same content.
 */
public interface BackEndService {

    /** The roles that may ask anything at all. */
    Set<Role> callers();

    /**
     * Does what is asked, or decides not to.
     *
     * @param role that of {@code sender}; an authority refuses a message that this role may not send
     */
    Result answer(BackEndPdu request, HashedCertificate sender, Role role);

    /** What an authority makes of a request. */
    sealed interface Result {

        /** An answer, which may be a {@link org.v2xscms.messages.Refusal}. */
        record Answer(BackEndPdu pdu) implements Result {}

        /** Nothing was decided: ask again, unchanged. */
        record Later(Duration retryAfter) implements Result {}
    }
}
