package org.v2xscms.ma.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.v2xscms.ma.cases.CaseFile;
import org.v2xscms.ma.cases.CaseState;
import org.v2xscms.ma.cases.Cases;
import org.v2xscms.ma.crl.CrlIssue;
import org.v2xscms.messages.CaseId;

/** Everything that goes on without an operator: each pass takes every case and every list as far as it will go. */
public final class RevocationWork {

    private final Cases cases;
    private final Resolution resolution;
    private final CrlIssue lists;
    private final Set<CaseId> again = ConcurrentHashMap.newKeySet();

    public RevocationWork(Cases cases, Resolution resolution, CrlIssue lists) {
        this.cases = cases;
        this.resolution = resolution;
        this.lists = lists;
    }

    /** In the next pass, asks anew what was refused in this case. */
    public void startAgain(CaseId id) {
        again.add(id);
    }

    /** One pass; what it could not do, in words that name cases and authorities only. */
    public synchronized List<String> pass() throws InterruptedException {
        List<String> troubles = new ArrayList<>();
        for (CaseFile file : cases.in(CaseState.RESOLVING)) {
            switch (resolution.advance(file, again.remove(file.id()))) {
                case Progress.Complete() -> {}
                case Progress.Waiting(var _, String reason) ->
                    troubles.add("case " + file.name() + " waits: " + reason);
                case Progress.Refused(String reason) -> troubles.add("case " + file.name() + " stopped: " + reason);
            }
        }
        troubles.addAll(lists.run());
        return troubles;
    }
}
