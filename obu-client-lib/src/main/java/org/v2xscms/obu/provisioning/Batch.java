package org.v2xscms.obu.provisioning;

import java.util.List;
import org.v2xscms.obu.CertifiedKeys;

/**
 * The certificates of one i-period, or the one certificate of a request without butterfly keys.
 *
 * @param certificates those that hold, by j; the caller closes them
 * @param rejected answers in the file that nothing was kept of; empty where the batch was loaded before
 */
public record Batch(List<CertifiedKeys> certificates, List<Rejected> rejected) implements AutoCloseable {

    /**
     * One answer that is not what an honest authority gives.
     *
     * @param file its name in the batch
     * @param found the values that break the rule
     */
    public record Rejected(String file, AnswerRule rule, String found) {}

    public Batch {
        certificates = List.copyOf(certificates);
        rejected = List.copyOf(rejected);
    }

    @Override
    public void close() {
        certificates.forEach(CertifiedKeys::close);
    }
}
