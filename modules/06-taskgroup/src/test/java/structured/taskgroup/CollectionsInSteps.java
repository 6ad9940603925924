package structured.taskgroup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * The JDK's code can't be given steps. So these take the place of its collections where your code makes one, and do what those
 * do if two threads add to one at the same time: one of the two is lost. Public, as {@link Interleaving} is. Modules that explore have a copy.
 */
public final class CollectionsInSteps {

    private CollectionsInSteps() {}

    public static final class OfArrayList<E> extends ArrayList<E> {
        private static final long serialVersionUID = 1;

        public OfArrayList() {}

        public OfArrayList(int capacity) {
            super(capacity);
        }

        public OfArrayList(Collection<? extends E> elements) {
            super(elements);
        }

        @Override
        public boolean add(E element) {
            var at = size();
            Interleaving.giveWay();
            if (at < size()) {
                set(at, element);
                return true;
            }
            return super.add(element);
        }
    }

    public static final class OfLinkedList<E> extends LinkedList<E> {
        private static final long serialVersionUID = 1;

        public OfLinkedList() {}

        public OfLinkedList(Collection<? extends E> elements) {
            super(elements);
        }

        @Override
        public boolean add(E element) {
            addLast(element);
            return true;
        }

        @Override
        public void addLast(E element) {
            var at = size();
            Interleaving.giveWay();
            if (at < size()) {
                removeLast();
            }
            super.addLast(element);
        }
    }

    public static final class OfArrayDeque<E> extends ArrayDeque<E> {
        private static final long serialVersionUID = 1;

        public OfArrayDeque() {}

        public OfArrayDeque(int capacity) {
            super(capacity);
        }

        public OfArrayDeque(Collection<? extends E> elements) {
            super(elements);
        }

        /** Where add and offer end up, too. */
        @Override
        public void addLast(E element) {
            var at = size();
            Interleaving.giveWay();
            if (at < size()) {
                removeLast();
            }
            super.addLast(element);
        }
    }

    public static final class OfHashSet<E> extends HashSet<E> {
        private static final long serialVersionUID = 1;

        public OfHashSet() {}

        public OfHashSet(int capacity) {
            super(capacity);
        }

        public OfHashSet(int capacity, float load) {
            super(capacity, load);
        }

        public OfHashSet(Collection<? extends E> elements) {
            super(elements);
        }

        @Override
        public boolean add(E element) {
            if (isFirstOf(this::isEmpty)) {
                clear();
            }
            return super.add(element);
        }
    }

    public static final class OfHashMap<K, V> extends HashMap<K, V> {
        private static final long serialVersionUID = 1;

        public OfHashMap() {}

        public OfHashMap(int capacity) {
            super(capacity);
        }

        public OfHashMap(int capacity, float load) {
            super(capacity, load);
        }

        public OfHashMap(Map<? extends K, ? extends V> entries) {
            super(entries);
        }

        @Override
        public V put(K key, V value) {
            if (isFirstOf(this::isEmpty)) {
                clear();
            }
            return super.put(key, value);
        }
    }

    public static final class OfLinkedHashMap<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        public OfLinkedHashMap() {}

        public OfLinkedHashMap(int capacity) {
            super(capacity);
        }

        public OfLinkedHashMap(int capacity, float load) {
            super(capacity, load);
        }

        public OfLinkedHashMap(int capacity, float load, boolean byAccess) {
            super(capacity, load, byAccess);
        }

        public OfLinkedHashMap(Map<? extends K, ? extends V> entries) {
            super(entries);
        }

        @Override
        public V put(K key, V value) {
            if (isFirstOf(this::isEmpty)) {
                clear();
            }
            return super.put(key, value);
        }
    }

    public static final class OfTreeMap<K, V> extends TreeMap<K, V> {
        private static final long serialVersionUID = 1;

        public OfTreeMap() {}

        public OfTreeMap(Comparator<? super K> order) {
            super(order);
        }

        public OfTreeMap(Map<? extends K, ? extends V> entries) {
            super(entries);
        }

        public OfTreeMap(SortedMap<K, ? extends V> entries) {
            super(entries);
        }

        @Override
        public V put(K key, V value) {
            if (isFirstOf(this::isEmpty)) {
                clear();
            }
            return super.put(key, value);
        }
    }

    /** Of two first entries, which both make the table, or the tree, one is lost. */
    private static boolean isFirstOf(BooleanSupplier isEmpty) {
        var isFirst = isEmpty.getAsBoolean();
        if (isFirst) {
            // The others may be far from here: it takes more than a step until one of them comes, too.
            Interleaving.letOthersGoOn();
        }
        return isFirst;
    }
}
