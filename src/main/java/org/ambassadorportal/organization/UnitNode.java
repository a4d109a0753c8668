package org.ambassadorportal.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A unit in the tree.
 *
 * @param found whether it fits the words that were searched for; those above it stand there to show where it is
 */
record UnitNode(UnitRow unit, boolean found, List<UnitNode> below) {

    /** How many units stand below it, however deep. */
    public int count() {
        return below.stream().mapToInt(node -> 1 + node.count()).sum();
    }

    /** Builds the tree of rows that stand in the order of their names; whoever has no parent among them is at the top. */
    static List<UnitNode> tree(List<UnitRow> rows, java.util.Set<UnitId> found) {
        Map<UnitId, UnitNode> nodes = new HashMap<>();
        for (var row : rows) nodes.put(row.id(), new UnitNode(row, found.contains(row.id()), new ArrayList<>()));
        var top = new ArrayList<UnitNode>();
        for (var row : rows) {
            var parent = row.parent() == null ? null : nodes.get(row.parent());
            var node = nodes.get(row.id());
            if (node != null) (parent == null ? top : parent.below()).add(node);
        }
        return top;
    }
}
