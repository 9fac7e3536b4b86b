package main

import "sync"

// memory keeps answers, and forgets all of them when there are too many.
type memory[K comparable, V any] struct {
	most  int
	lock  sync.Mutex
	known map[K]V
}

func (m *memory[K, V]) get(key K, find func() V) V {
	m.lock.Lock()
	value, ok := m.known[key]
	m.lock.Unlock()
	if ok {
		return value
	}
	value = find()
	m.lock.Lock()
	defer m.lock.Unlock()
	if m.known == nil || len(m.known) >= m.most {
		m.known = map[K]V{}
	}
	m.known[key] = value
	return value
}
